import { Tag } from './Tag.tsx';

/** Staff's tags of a row; those behind the first `most` are counted and named in the title. */
export function TagList({ tags, most = 2 }: { tags: readonly string[]; most?: number }) {
  const rest = tags.slice(most);
  return (
    <span className="ld-tags">
      {tags.slice(0, most).map((tag) => (
        <Tag key={tag} title={tag}>
          {tag}
        </Tag>
      ))}
      {rest.length > 0 ? <Tag title={rest.join(' · ')}>+{rest.length}</Tag> : null}
    </span>
  );
}
