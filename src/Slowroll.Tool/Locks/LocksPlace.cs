using System.CommandLine;
using Slowroll.Caching;
using Slowroll.Texts;
using Slowroll.Tool.Caches;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Locks;

/// <summary>The options that say which locks file is meant.</summary>
internal sealed class LocksPlace
{
    private readonly Option<string> _file = new("--file")
    {
        HelpName = "file",
        Description = "the locks file; a program shows its path as Status.LocksFile",
    };

    private readonly Option<string> _name = new("--name")
    {
        HelpName = "name",
        Description = "the program's local cache name, mostly the full name of its class, such as MyApp.AppFeatures",
    };

    private readonly Option<string> _cacheDirectory = new("--cache-dir")
    {
        HelpName = "folder",
        Description = "the folder of cached configs, if the program has another one than the system's",
    };

    /// <summary>The options.</summary>
    public IEnumerable<Option> Options => [_file, _name, _cacheDirectory];

    /// <summary>The full path of the locks file; there needn't be one.</summary>
    /// <exception cref="UsageException">It isn't clear which one is meant.</exception>
    /// <exception cref="NotReadableException">The folder can't be read.</exception>
    public string Read(ParseResult call)
    {
        if (call.GetValue(_file) is { } file)
        {
            return call.GetValue(_name) is null
                ? Path.GetFullPath(FileArgument.Path(file, $"What {_file.Name} names"))
                : throw new UsageException($"{_file.Name} and {_name.Name} both say which file is meant: write one.");
        }

        var folder = CacheFolder.Find(call.GetValue(_cacheDirectory));
        if (call.GetValue(_name) is { } name)
        {
            return name.Length > 0
                ? Path.Combine(folder.Path, CacheFileName.OfLocks(name))
                : throw new UsageException($"{_name.Name} is empty.");
        }

        string[] found = [.. folder.LocksFiles().Concat(folder.Configs().Select(LocksFileOf)).Distinct()];
        return found switch
        {
            [var only] => only,
            [] => throw new UsageException(
                $"{OneLine.Escaped(folder.Path)} has no cached config yet: name the program with {_name.Name}, or its "
                    + $"locks file with {_file.Name}."),
            _ => throw new UsageException(
                $"{OneLine.Escaped(folder.Path)} has the configs of several programs: name one with {_name.Name}, or "
                    + $"its locks file with {_file.Name}: {OneLine.List(", ", found, OneLine.Escaped)}."),
        };
    }

    // All sources of a name share one: its file has one hash where a cached config has two.
    private static string LocksFileOf(CachedFile config)
    {
        var stem = Path.GetFileNameWithoutExtension(config.Path);
        var end = stem.LastIndexOf('-');
        return Path.Combine(
            Path.GetDirectoryName(config.Path)!, (end < 0 ? stem : stem[..end]) + CacheFolder.LocksExtension);
    }
}
