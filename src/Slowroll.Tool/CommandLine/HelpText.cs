namespace Slowroll.Tool.CommandLine;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpText
{
    public const string Hint = "'slowroll --help' says more.";

    public const string All = """
        slowroll: feature flags from a JSON config at a URL.

        slowroll pull <url> <file> [--etag-file <path>] [--timeout <seconds>] [--failure <word>]
            Fetches the live config into a file that is checked in. What is no readable
            config is refused; whatever goes wrong, the file stays as it is.
              --etag-file   where to remember the config's version, so that one that
                            hasn't changed isn't sent again
              --timeout     how long the server may take for the whole answer; 30
              --failure     error or warning: what a failure is called in what is printed,
                            for builds that go on without it; error. The exit code stays

        slowroll check <config>... [--schema <schema>]... [--previous <file>] [--as-of <date>]
            Holds configs against their schemas, and prints what is wrong at its line and
            column, as the build does with snapshots.
              --schema      without it, the file that the config's "$schema" names; of
                            several, as the build chooses. Having none is an error
              --previous    the config that this one is to replace: what it takes away
                            from hosts that have it is told. For one config
              --as-of       what counts as today, such as 2030-01-31: finished rollouts
                            are told, and --previous is compared at that instant

        slowroll --help       this text
        slowroll --version    the version

        Behind -- nothing is an option.

        Exit codes: 0 all is well, 1 there is an error or the pull has failed,
        2 wrong usage, 3 what was to be printed can't be written (a full disk, a
        closed output); a pull may be done all the same.

        """;
}
