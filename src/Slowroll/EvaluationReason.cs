namespace Slowroll;

/// <summary>What decided a flag's answer.</summary>
public enum EvaluationReason
{
    /// <summary>The config has no such flag, or no config has come yet: the default.</summary>
    Missing,

    /// <summary>The flag's rollout can't be read: the default. <see cref="Evaluation{T}.Error"/> says what is wrong
    /// with it.</summary>
    Invalid,

    /// <summary>A value of the flag isn't of the type asked for: the default.</summary>
    WrongType,

    /// <summary>The flag has no <c>new</c>: everybody is on <c>stable</c>.</summary>
    NoNew,

    /// <summary>The hash key is an early adopter.</summary>
    EarlyAdopter,

    /// <summary>The flag has early adopters and no schedule, and the hash key isn't one of them.</summary>
    Canary,

    /// <summary>The position of the hash key and the clock.</summary>
    Ramp,

    /// <summary>A number between <c>stable</c> and <c>new</c>, as far as the ramp is.</summary>
    Interpolated,

    /// <summary>A lock of this machine pins the flag to that side, see <see cref="FlagLock"/>.</summary>
    Locked,

    /// <summary>A test gave the flag its value, see <see cref="FixedFlags"/>.</summary>
    Fixed,

    /// <summary>The flag has waves, and the hash key is in none of them: <c>stable</c>.</summary>
    NoWave,
}
