/** By which its buttons open the account's menu: in the header and, on a phone, at the thumb. */
export const accountMenuId = "account-menu";
