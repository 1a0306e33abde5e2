import { ChipLinks } from "@/components/ui/chip-links";
import { Icon, iconNames } from "@/components/ui/icon";
import { PageLinks } from "@/components/ui/page-links";
import { Pager } from "@/components/ui/pager";
import { Paper } from "@/components/ui/paper";
import { Stars } from "@/components/ui/stars";
import { KitRow, KitSection } from "./kit-section";

const chips = ["All", "Held", "Reported"];
const values = [0, 2.5, 4.9, 5];

export function KitLists() {
  return (
    <KitSection title="Lists, ratings, icons">
      <ChipLinks
        label="Chips"
        chips={chips.map((label, at) => ({ href: `#chip-${at}`, label, isCurrent: at === 0 }))}
      />
      <Pager
        page={5}
        pageCount={12}
        hrefOf={(page) => `#page-${page}`}
        labels={{ navigation: "Pages", previous: "Previous page", next: "Next page" }}
      />
      <PageLinks
        label="Neighbours"
        back={{ href: "#back", label: "Newer" }}
        next={{ href: "#next", label: "Older" }}
      />
      <KitRow>
        {values.map((value) => (
          <Stars key={value} value={value} label={`${value} of 5 stars`} />
        ))}
      </KitRow>
      <Paper className="p-6">Paper, on which pages and items are drawn.</Paper>
      <KitRow>
        {iconNames.map((name) => (
          <span key={name} className="grid w-20 justify-items-center gap-1 text-xs text-ink-soft">
            <Icon name={name} />
            {name}
          </span>
        ))}
      </KitRow>
    </KitSection>
  );
}
