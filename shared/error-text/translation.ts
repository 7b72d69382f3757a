/**
 * The shape a translation must have: every key of the Chinese texts, and for counted ones (`…_other`) the singular
 * other languages need. A missing or left-over key is a type error.
 */
export type Translation<Texts> = {
  [Key in keyof Texts]: Texts[Key] extends string ? string : Translation<Texts[Key]>;
} & {
  [Key in keyof Texts as Key extends `${infer Base}_other` ? `${Base}_one` : never]?: string;
};
