/** The extension's walk over a page, with what it takes from its surroundings. */
export function walker(around: Record<string, any>): (document: any, how: object) => any;
