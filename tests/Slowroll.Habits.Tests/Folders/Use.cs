namespace Slowroll.Habits.Tests.Folders;

/// <summary>One place in a folder that needs a type of another folder of the same project.</summary>
/// <param name="From">The folder, from <c>src</c>: <c>Slowroll/Sources</c>.</param>
/// <param name="To">The other folder.</param>
/// <param name="Example">Who needs what there, in words.</param>
internal sealed record Use(string From, string To, string Example)
{
    public override string ToString() => $"{From} -> {To}: {Example}";
}
