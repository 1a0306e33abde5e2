import { useCallback, useState } from "react";

export type SelectedItem = { revisionId: string; seen: string };

/** Selected items, also those outside the list, each with the state that was seen (`stateToken`). */
export function useSelection() {
  const [selected, setSelected] = useState<ReadonlyMap<string, string>>(new Map());
  const select = useCallback(
    (items: SelectedItem[]) =>
      setSelected(
        (before) => new Map([...before, ...items.map(({ revisionId, seen }) => [revisionId, seen] as const)]),
      ),
    [],
  );
  const deselect = useCallback(
    (revisionIds: Iterable<string>) =>
      setSelected((before) => {
        const gone = new Set(revisionIds);
        return new Map([...before].filter(([revisionId]) => !gone.has(revisionId)));
      }),
    [],
  );
  return { selected, select, deselect };
}
