// Next takes the file of a folder above where there is none here, and so would start Sora's server.
export function register() {}
