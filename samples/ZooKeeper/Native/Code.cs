namespace ZooKeeperSample.Native;

/// <summary>The numbers of the C client that are used here.</summary>
internal static class Code
{
    public const int Ok = 0;
    public const int ConnectionLoss = -4;
    public const int NoNode = -101;
    public const int BadVersion = -103;
    public const int NodeExists = -110;
    public const int Closing = -116;

    public const int SessionEvent = -1;

    public const int Expired = -112;
    public const int AuthenticationFailed = -113;
}
