import { Segmented, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckedText, PosterChoices as Choices } from '../../../shared/contract/poster.ts';
import { POSTER_LOOKS, POSTER_SIZES, type PosterSize } from '../../../shared/poster.ts';
import { BannedWords } from './BannedWords.tsx';
import { Findings } from './Findings.tsx';

const SIZES = Object.keys(POSTER_SIZES) as PosterSize[];
const CODES = ['platform', 'link'] as const;
const MOST_BENEFITS = 3;
const LONGEST_BENEFIT = 12;

/** How the poster looks and what staff say on it. */
export function PosterChoices({
  choices,
  checked,
  onChange,
}: {
  choices: Choices;
  checked: readonly CheckedText[];
  onChange: (choices: Choices) => void;
}) {
  const { t } = useTranslation('material');
  const hint = useId();
  const change = (patch: Partial<Choices>) => onChange({ ...choices, ...patch });
  const setBenefits = (words: string[]) => {
    const cut = words.map((word) => Array.from(word.trim()).slice(0, LONGEST_BENEFIT).join(''));
    change({ benefits: [...new Set(cut.filter(Boolean))].slice(0, MOST_BENEFITS) });
  };
  return (
    <div className="ld-poster-choices">
      <Choice name={t('look')} hint={t(`look_hint.${choices.look}`)}>
        <Segmented
          aria-label={t('look')}
          block
          value={choices.look}
          options={POSTER_LOOKS.map((value) => ({ value, label: t(`looks.${value}`) }))}
          onChange={(look) => change({ look })}
        />
      </Choice>
      <Choice name={t('size')}>
        <Segmented
          aria-label={t('size')}
          block
          value={choices.size}
          options={SIZES.map((value) => ({ value, label: t(`sizes.${value}`) }))}
          onChange={(size) => change({ size })}
        />
      </Choice>
      <Choice name={t('code')} hint={t(`code_hint.${choices.code}`)}>
        <Segmented
          aria-label={t('code')}
          block
          value={choices.code}
          options={CODES.map((value) => ({ value, label: t(`codes.${value}`) }))}
          onChange={(code) => change({ code })}
        />
      </Choice>
      <div className="ld-poster-choice">
        <span className="ld-poster-choice__name">
          {t('benefits')} <BannedWords />
        </span>
        <Select
          aria-label={t('benefits')}
          aria-describedby={hint}
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={MOST_BENEFITS}
          tokenSeparators={['，', ',', '、', ';', '；']}
          placeholder={t('benefits_placeholder')}
          value={choices.benefits}
          onChange={setBenefits}
        />
        <small id={hint} className="ld-faint">
          {t('benefits_hint')}
        </small>
        <Findings of={checked} />
      </div>
    </div>
  );
}

function Choice({ name, hint, children }: { name: string; hint?: string; children: React.ReactNode }) {
  return (
    <div className="ld-poster-choice">
      <span className="ld-poster-choice__name">{name}</span>
      {children}
      {hint ? <small className="ld-faint">{hint}</small> : null}
    </div>
  );
}
