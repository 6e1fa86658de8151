/** Imported before anything of Pact: its native core counts uses, and reports them to its makers. */
process.env.PACT_DO_NOT_TRACK = 'true';
