"use client";

import { useState } from "react";

export function Paper() {
  const [text, setText] = useState("");
  return (
    <label>
      {text.length}
      <textarea rows={7} value={text} onChange={(event) => setText(event.target.value)} />
    </label>
  );
}
