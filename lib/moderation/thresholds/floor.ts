/** No measurement lets a judge decide that is less sure than this. */
export const thresholdFloor = 0.5;
