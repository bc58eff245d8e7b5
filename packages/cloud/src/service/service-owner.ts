/** How the lock of a data folder names the service, for whoever wants the folder too. */
export const serviceOwner = 'the migration service';
