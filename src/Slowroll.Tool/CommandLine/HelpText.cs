namespace Slowroll.Tool.CommandLine;

/// <summary>The text of <c>--help</c>.</summary>
internal static class HelpText
{
    public const string Hint = "'slowroll --help' prints more.";

    public const string All = """
        slowroll: feature flags from a JSON config at a URL.

        slowroll pull <url> <file> [--etag-file <path>] [--timeout <seconds>] [--failure <word>]
            Fetches the live config into a file that is checked in. If the answer is no
            readable config, or anything else goes wrong, the file is not changed.
              --etag-file   stores the config's version in this file, so that a config
                            that hasn't changed isn't sent again
              --timeout     how many seconds the server may take for its answer; 30
              --failure     error or warning: the word for a failure in the output, for
                            builds that continue without it; error. The exit code is
                            the same

        slowroll check <config>... [--schema <schema>]... [--previous <file>] [--as-of <date>]
            Checks configs against their schemas, and prints each finding with its line
            and column, as the build does with snapshots.
              --schema      without it, the file that the config's "$schema" names; with
                            several, the build's choice. It is an error to have none
              --previous    the config that this one replaces: it is reported which
                            hosts lose the new value. For one config
              --as-of       the day that counts as today, such as 2030-01-31: finished
                            rollouts are reported, and --previous is compared then

        slowroll --help       prints this text
        slowroll --version    prints the version

        After -- nothing is an option.

        Exit codes: 0 success, 1 there is an error or the pull failed, 2 wrong
        arguments, 3 the output can't be written (a full disk, a closed output); a
        pull may be done anyway.

        """;
}
