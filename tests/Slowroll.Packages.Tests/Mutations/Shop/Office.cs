namespace Acme;

/// <summary>The back office, whose flags have a schema of their own and no snapshot.</summary>
internal static class Office
{
    public static bool IsAudited(string user) => Flags.Admin.Audit(user);
}
