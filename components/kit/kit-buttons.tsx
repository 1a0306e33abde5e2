import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Key } from "@/components/ui/key";
import { LinkButton } from "@/components/ui/link-button";
import { Spinner } from "@/components/ui/spinner";
import { KitRow, KitSection } from "./kit-section";

const variants = ["primary", "secondary", "quiet", "danger"] as const;
const sizes = ["sm", "md", "lg"] as const;

export function KitButtons() {
  return (
    <KitSection title="Buttons and links">
      {variants.map((variant) => (
        <KitRow key={variant}>
          {sizes.map((size) => (
            <Button key={size} variant={variant} size={size}>
              {variant} {size}
            </Button>
          ))}
          <Button variant={variant} disabled>
            disabled
          </Button>
          <Button variant={variant} pending>
            pending
          </Button>
          <Button variant={variant} size="icon" aria-label={`${variant} icon`}>
            <Icon name="pen" />
          </Button>
          <LinkButton href="#top" variant={variant}>
            link <Key name="k" />
          </LinkButton>
        </KitRow>
      ))}
      <KitRow>
        <BackLink href="#top">Back</BackLink>
        <Spinner />
      </KitRow>
    </KitSection>
  );
}
