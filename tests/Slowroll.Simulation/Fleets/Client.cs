using Slowroll.Simulation.Servers;

namespace Slowroll.Simulation.Fleets;

/// <summary>What a simulated client knows.</summary>
internal struct Client
{
    /// <summary>Beyond it no wait changes any more.</summary>
    public const byte MostFailures = 30;

    /// <summary>The version of the config that it holds; 0 for none.</summary>
    public byte Version;

    /// <summary>How many requests failed since the last good one.</summary>
    public byte Failures;

    /// <summary>Whether its next request is one that the whole fleet may make at one time.</summary>
    public bool IsTogether;

    /// <summary>Whether no server has answered it since its start.</summary>
    public bool IsUnanswered;

    /// <summary>Whether it doesn't know if its config is the newest.</summary>
    public readonly bool IsFailing => Failures > 0 || IsUnanswered;

    /// <summary>Takes what a server answered; true if that was a new config, with its body.</summary>
    public bool Take(in Answer answer)
    {
        if (answer.IsFailure)
        {
            Failures = (byte)Math.Min(Failures + 1, MostFailures);
            return false;
        }

        Failures = 0;
        IsUnanswered = false;
        var isNew = answer.Version != Version;
        Version = answer.Version;
        return isNew;
    }
}
