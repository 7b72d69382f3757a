import { SearchOutlined } from '@ant-design/icons';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchesItem, type PaletteItem, stepChoice } from './palette-item.ts';
import { useCommands } from './use-commands.tsx';
import { useFound } from './use-found.ts';

/** The palette's field and list. Focus stays in the field; arrows move the choice. */
export function PaletteBox({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('app');
  const [typed, setTyped] = useState('');
  const [choice, setChoice] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const commands = useCommands();
  const found = useFound(typed);
  const items = useMemo(
    () => [...commands.filter((item) => matchesItem(item, typed.trim())), ...found],
    [commands, found, typed],
  );
  const chosen = Math.min(choice, Math.max(0, items.length - 1));

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector(`[data-index="${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const run = (item: PaletteItem | undefined) => {
    if (!item) return;
    onClose();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter and arrows are its own.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setChoice(stepChoice(chosen, 1, items.length));
    else if (event.key === 'ArrowUp') setChoice(stepChoice(chosen, -1, items.length));
    else if (event.key === 'Enter') run(items[chosen]);
    else return;
    event.preventDefault();
  };

  return (
    <div className="ld-palette">
      <label className="ld-palette__field">
        <SearchOutlined />
        <input
          ref={field}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChoice(0);
          }}
          onKeyDown={onKeyDown}
          placeholder={t('palette.placeholder')}
          role="combobox"
          aria-label={t('palette.open')}
          aria-expanded
          aria-controls={id}
          aria-activedescendant={items.length ? `${id}-${chosen}` : undefined}
          data-testid="palette-field"
        />
      </label>
      <div ref={list} id={id} role="listbox" aria-label={t('palette.open')} className="ld-palette__list">
        {items.map((item, index) => (
          <div key={item.id}>
            {items[index - 1]?.group === item.group ? null : (
              <div className="ld-palette__group" role="presentation">
                {t(`palette.group.${item.group}`)}
              </div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field */}
            <div
              id={`${id}-${index}`}
              data-index={index}
              role="option"
              aria-selected={index === chosen}
              className="ld-palette__item"
              onMouseMove={() => setChoice(index)}
              onClick={() => run(item)}
            >
              {item.icon}
              <span className="ld-ellipsis">{item.label}</span>
              {item.detail ? <span className="ld-palette__detail">{item.detail}</span> : null}
            </div>
          </div>
        ))}
        {items.length === 0 ? <div className="ld-palette__empty">{t('palette.empty', { text: typed })}</div> : null}
      </div>
      <div className="ld-palette__hint">{t('palette.hint')}</div>
    </div>
  );
}
