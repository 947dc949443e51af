namespace Slowroll.Tool.Completing;

/// <summary>The scripts by which shells ask the command how a line may go on. Where it knows nothing, the shell names
/// files.</summary>
internal static class ShellScripts
{
    private static readonly Dictionary<string, string> ByShell = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            # slowroll: completion for bash
            _slowroll_complete() {
              local IFS=$'\n' word="${COMP_WORDS[COMP_CWORD]}"
              COMPREPLY=($(compgen -W "$(slowroll "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "$word"))
            }
            complete -o default -F _slowroll_complete slowroll

            """,
        ["zsh"] = """
            # slowroll: completion for zsh
            _slowroll_complete() {
              local -a found
              found=("${(@f)$(slowroll "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
              found=(${found:#})
              if (( $#found )); then compadd -a found; else _files; fi
            }
            compdef _slowroll_complete slowroll

            """,
        ["fish"] = """
            # slowroll: completion for fish
            function __slowroll_complete
              set -l line (commandline -cp)
              slowroll "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete -c slowroll -a "(__slowroll_complete)"

            """,
        ["powershell"] = """
            # slowroll: completion for PowerShell
            Register-ArgumentCompleter -Native -CommandName slowroll -ScriptBlock {
              param($word, $line, $cursor)
              slowroll "[suggest:$cursor]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }

            """,
    };

    /// <summary>The shells.</summary>
    public static IEnumerable<string> Shells => ByShell.Keys;

    /// <summary>The script for a shell; null for one that isn't known.</summary>
    public static string? Find(string shell) => ByShell.GetValueOrDefault(shell)?.ReplaceLineEndings("\n");
}
