using System.Net.Sockets;

namespace Slowroll.Tests.Sources;

public sealed class FileConfigSourceTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly string _path;
    private readonly FileConfigSource _source;

    public FileConfigSourceTests()
    {
        _path = _directory["config.json"];
        _source = new FileConfigSource(_path, new() { MaxConfigBytes = 100 });
    }

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("https://ada:s3cret@example.com/config.json?key=s3cret")]
    [InlineData("htps:/ada:s3cret@example.com/config.json")]
    public void Survive_29_a_URL_in_the_place_of_a_path_is_refused_and_not_shown(string url)
    {
        var thrown = Assert.Throws<ArgumentException>(() => new FileConfigSource(url));

        Assert.Contains("HttpConfigSource", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_read()
    {
        await File.WriteAllTextAsync(_path, "{}");

        Assert.Equal("{}", (await _source.FetchAsync(null, default)).Text());
    }

    [Fact]
    public async Task A_file_that_stays_is_not_modified()
    {
        await File.WriteAllTextAsync(_path, "{}");
        var fetched = await _source.FetchAsync(null, default);

        Assert.Equal(FetchKind.NotModified, (await _source.FetchAsync(fetched.ETag, default)).Kind);
    }

    [Fact]
    public async Task An_edit_that_keeps_length_and_time_is_seen()
    {
        await File.WriteAllTextAsync(_path, "[1]");
        var time = File.GetLastWriteTimeUtc(_path);
        var fetched = await _source.FetchAsync(null, default);
        await File.WriteAllTextAsync(_path, "[2]");
        File.SetLastWriteTimeUtc(_path, time);

        Assert.Equal("[2]", (await _source.FetchAsync(fetched.ETag, default)).Text());
    }

    [Fact]
    public async Task A_file_that_is_missing_is_a_failure_that_names_its_full_path()
    {
        Assert.StartsWith(
            _path + " doesn't exist", (await _source.FetchAsync(null, default)).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_is_missing_is_a_failure_that_names_the_full_path()
    {
        var path = _directory["missing/config.json"];

        var fetched = await new FileConfigSource(path).FetchAsync(null, default);

        Assert.StartsWith(path + " doesn't exist", fetched.Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_in_the_place_of_the_file_is_a_failure()
    {
        var fetched = await new FileConfigSource(_directory.Path).FetchAsync(null, default);

        Assert.Contains("is a directory", fetched.Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_as_long_as_allowed_is_read()
    {
        await File.WriteAllTextAsync(_path, new string(' ', 100));

        Assert.Equal(FetchKind.Fresh, (await _source.FetchAsync(null, default)).Kind);
    }

    [Fact]
    public async Task A_file_longer_than_allowed_is_a_failure()
    {
        await File.WriteAllTextAsync(_path, new string(' ', 101));

        Assert.Contains(
            "MaxConfigBytes", (await _source.FetchAsync(null, default)).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_says_nothing_of_its_length_is_read_up_to_the_limit()
    {
        if (!File.Exists("/proc/self/maps"))
            return;

        var fetched = await new FileConfigSource("/proc/self/maps", new() { MaxConfigBytes = 100 }).FetchAsync(
            null, default);

        Assert.Contains("MaxConfigBytes", fetched.Sentence(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pipe", false, " is a named pipe, which isn't opened: a config is read from a regular file")]
    [InlineData("pipe", true, " is a named pipe, which isn't opened: a config is read from a regular file")]
    [InlineData("socket", false, " is a socket, which isn't opened")]
    [InlineData("socket", true, " is a socket, which isn't opened")]
    [InlineData("/dev/zero", true, " is a device, which isn't opened")]
    [InlineData("/dev/null", true, " is a device, which isn't opened")]
    [InlineData("folder", false, " is a directory: give the path of the config's file in it.")]
    [InlineData("folder", true, " is a directory: give the path of the config's file in it.")]
    public async Task What_is_no_regular_file_is_refused_and_not_opened(string what, bool isLinked, string says)
    {
        if (OperatingSystem.IsWindows())
            return;

        var odd = _directory[what];
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        if (what == "pipe")
            Command.Run("mkfifo", odd);
        else if (what == "socket")
            socket.Bind(new UnixDomainSocketEndPoint(odd));
        else if (what == "folder")
            Directory.CreateDirectory(odd);
        var path = isLinked ? File.CreateSymbolicLink(_path, odd).FullName : odd;

        // Nobody writes into the pipe: who opens it waits for ever.
        var fetched = await new FileConfigSource(path).FetchAsync(null, default)
            .AsTask()
            .WaitAsync(TimeSpan.FromMinutes(1));

        Assert.StartsWith(path + says, fetched.Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_is_refused_by_its_own_name_too()
    {
        if (OperatingSystem.IsWindows())
            return;

        var fetched = await new FileConfigSource("/dev/zero").FetchAsync(null, default);

        Assert.StartsWith("/dev/zero is a device", fetched.Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_to_a_file_are_followed()
    {
        if (OperatingSystem.IsWindows())
            return;

        await File.WriteAllTextAsync(_directory["data"], "{}");
        File.CreateSymbolicLink(_directory["..data"], _directory["data"]);
        File.CreateSymbolicLink(_path, "..data");

        Assert.Equal("{}", (await _source.FetchAsync(null, default)).Text());
    }

    [Fact]
    public async Task A_pipe_that_a_file_takes_the_place_of_is_read_from_then_on()
    {
        if (OperatingSystem.IsWindows())
            return;

        Command.Run("mkfifo", _path);
        Assert.Equal(FetchKind.Failed,
            (await _source.FetchAsync(null, default).AsTask().WaitAsync(TimeSpan.FromMinutes(1))).Kind);
        File.Delete(_path);
        await File.WriteAllTextAsync(_path, "{}");

        Assert.Equal("{}", (await _source.FetchAsync(null, default)).Text());
    }

    [Fact]
    public async Task A_file_that_a_writer_holds_open_is_read()
    {
        await using var writer =
            new FileStream(_path, FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete);
        await writer.WriteAsync("{}"u8.ToArray());
        await writer.FlushAsync();

        Assert.Equal("{}", (await _source.FetchAsync(null, default)).Text());
    }

    [Fact]
    public void A_relative_path_counts_from_where_the_source_was_made()
    {
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "config.json"),
            new FileConfigSource("config.json").Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void What_is_no_path_is_refused(string path)
    {
        Assert.Throws<ArgumentException>(() => new FileConfigSource(path));
    }

    [Fact]
    public async Task A_cancelled_fetch_is_a_cancellation()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await _source.FetchAsync(null, new(canceled: true)));
    }
}
