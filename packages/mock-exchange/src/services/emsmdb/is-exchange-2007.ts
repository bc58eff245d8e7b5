import { exchangeProfiles } from '../../profiles/exchange-profile.ts';
import type { StoreContext } from './rop-handler.ts';

const [major] = exchangeProfiles['2007'].version;

/** Whether the server is the one that the appendices of the specifications tell apart from those before and after it. */
export const isExchange2007 = ({ version }: Pick<StoreContext, 'version'>): boolean => version?.[0] === major;
