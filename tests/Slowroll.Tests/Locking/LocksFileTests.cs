using Slowroll.Locking;

namespace Slowroll.Tests.Locking;

public sealed class LocksFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly LocksFile _file;

    public LocksFileTests() => _file = new LocksFile(_directory["locks"]);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_file_that_is_not_there_is_no_change_and_no_error()
    {
        Assert.False(_file.HasChanged(out _, out var error));
        Assert.Null(error);
        Assert.False(new LocksFile(Path.Combine(_directory["missing"], "locks")).HasChanged(out _, out error));
        Assert.Null(error);
    }

    [Fact]
    public void A_change_is_told_once()
    {
        File.WriteAllText(_file.Path, "s.f=new");

        Assert.True(_file.HasChanged(out var text, out _));
        Assert.Equal("s.f=new", text);
        Assert.False(_file.HasChanged(out _, out _));
    }

    [Fact]
    public void A_file_that_goes_says_nothing_any_more()
    {
        File.WriteAllText(_file.Path, "s.f=new");
        _file.HasChanged(out _, out _);
        File.Delete(_file.Path);

        Assert.True(_file.HasChanged(out var text, out _));
        Assert.Equal("", text);
    }

    [Fact]
    public void What_can_not_be_read_is_no_change_and_is_told_once()
    {
        File.WriteAllText(_file.Path, "s.f=new");
        _file.HasChanged(out _, out _);
        File.Delete(_file.Path);
        Directory.CreateDirectory(_file.Path);

        Assert.False(_file.HasChanged(out _, out var error));
        Assert.Contains("the locks of before stay", error, StringComparison.Ordinal);
        Assert.False(_file.HasChanged(out _, out error));
        Assert.Null(error);

        Directory.Delete(_file.Path);
        File.WriteAllText(_file.Path, "s.f=new");
        Assert.False(_file.HasChanged(out _, out error));
        Assert.Null(error);
    }

    [Fact]
    public void A_file_that_is_too_long_to_be_written_by_hand_is_not_read()
    {
        File.WriteAllText(_file.Path, "s.f=new".PadRight((1 << 20) + 1));

        Assert.False(_file.HasChanged(out _, out var error));
        Assert.Contains("longer than 1048576 bytes", error, StringComparison.Ordinal);
    }
}
