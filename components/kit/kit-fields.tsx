import { PasswordField } from "@/components/ui/password-field";
import { SearchForm } from "@/components/ui/search-form";
import { Segmented } from "@/components/ui/segmented";
import { SelectField } from "@/components/ui/select-field";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import { KitSection } from "./kit-section";

const states = {
  plain: {},
  hint: { hint: "A hint" },
  error: { error: "An error, with what helps" },
  disabled: { disabled: true },
};

export function KitFields() {
  return (
    <KitSection title="Fields">
      <div className="grid gap-6 sm:grid-cols-2">
        {Object.entries(states).map(([state, props]) => (
          <div key={state} className="grid content-start gap-3">
            <TextField label={`Text, ${state}`} defaultValue="소라" {...props} />
            <PasswordField label={`Password, ${state}`} defaultValue="secret" autoComplete="off" {...props} />
            <SelectField label={`Choice, ${state}`} {...props}>
              <option>First</option>
              <option>Second</option>
            </SelectField>
            <TextAreaField label={`Long text, ${state}`} defaultValue="바다 소리" rows={2} {...props} />
          </div>
        ))}
      </div>
      <SearchForm action="/dev/kit" q="" label="Search" submit="Find" />
      <div className="grid gap-6 sm:grid-cols-2">
        <Segmented
          legend="Tone"
          name="tone"
          defaultValue="T"
          options={[
            { value: "T", label: "T", hint: "advice", accent: "t" },
            { value: "F", label: "F", hint: "empathy", accent: "f" },
          ]}
        />
        <Segmented
          legend="Disabled"
          name="disabled"
          defaultValue="one"
          disabled
          options={[
            { value: "one", label: "One" },
            { value: "two", label: "Two" },
          ]}
        />
      </div>
    </KitSection>
  );
}
