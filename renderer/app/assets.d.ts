// Style sheets are imported for their effect; the bundler gives them no value.
declare module '*.css';
