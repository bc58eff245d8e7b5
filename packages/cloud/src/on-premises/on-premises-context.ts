import type { CmdletContext } from '../implement.ts';
import type { RecipientContext } from '../recipients/names.ts';
import type {
  Asking,
  OnPremisesDescription,
  OnPremisesOrganisation,
  OnPremisesRecipient,
} from './on-premises-organisation.ts';
import { recipientTable, type RecipientTable } from './recipient-table.ts';

/** The world of one call on the on-premises side. */
export interface OnPremisesContext extends Asking, Pick<CmdletContext, 'writeError' | 'writeWarning' | 'writeVerbose'> {
  readonly organisation: OnPremisesOrganisation;
}

/** The organisation as it was read for one call, in which recipients are found as in the cloud's. */
export interface OnPremisesView extends RecipientContext {
  readonly description: OnPremisesDescription;
  readonly table: RecipientTable;
}

/** Reads the organisation. */
export async function viewOf(context: OnPremisesContext): Promise<OnPremisesView> {
  const { organisation, writeWarning } = context;
  const [description, recipients] = await Promise.all([
    organisation.describe(context),
    organisation.recipients(context),
  ]);
  const table = recipientTable(recipients, description);
  return {
    description,
    table,
    directory: table.directory,
    organisation: description.name,
    container: `CN=Users,${description.domain
      .split('.')
      .map((part) => `DC=${part}`)
      .join(',')}`,
    canonicalFolder: `${description.domain}/Users`,
    writeWarning,
  };
}

/** What the directory holds of a recipient that was found in the view. */
export const sourceOf = ({ table }: OnPremisesView, { guid }: { guid: string }): OnPremisesRecipient =>
  table.byGuid.get(guid)!;
