namespace PixverseHarness.NBomber.Mapping;

/// <summary>NBomber's load simulations, as far as every version from 4.1.2 on has them.</summary>
internal enum CopiesKind
{
    /// <summary>Starts nothing.</summary>
    Pause,

    /// <summary>Injects copies that run once, so many per interval.</summary>
    Inject,

    /// <summary>The same, with a number that moves in a straight line to its value.</summary>
    RampingInject,

    /// <summary>The same, with a number drawn for every interval.</summary>
    InjectRandom,

    /// <summary>Keeps copies running.</summary>
    KeepConstant,

    /// <summary>Moves the number of running copies in a straight line.</summary>
    RampingConstant,
}
