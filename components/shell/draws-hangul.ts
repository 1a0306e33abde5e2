const emPx = 24;

/**
 * Whether the device has a Korean font. Without one, Chromium and Safari draw the same box for each syllable, and
 * Firefox a narrow one.
 */
export function drawsHangul(): boolean {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 2 * emPx;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return true;
  context.font = `${emPx}px sans-serif`;
  context.textBaseline = "top";
  const draw = (syllable: string) => {
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.fillText(syllable, 0, 0);
    return context.getImageData(0, 0, canvas.width, canvas.height).data.join();
  };
  return context.measureText("힣").width > 0.7 * emPx && draw("가") !== draw("힣");
}
