import type { NspiRow } from '@cutover/wire/nspi';
/** A row of the address book, asked by tag; a column in error is absent, whatever type was asked for. */
export interface Row {
    text(tag: number): string | undefined;
    texts(tag: number): readonly string[];
    number(tag: number): number | undefined;
    date(tag: number): Date | undefined;
    guid(tag: number): string | undefined;
}
/** Makes a row's columns known by their ids. */
export declare function createRow({ values }: NspiRow): Row;
