export const thresholdFloor = 0.5;
