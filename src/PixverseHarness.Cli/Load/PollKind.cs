namespace PixverseHarness.Cli.Load;

/// <summary>The kinds of poll policy.</summary>
internal enum PollKind
{
    /// <summary>Always the same wait.</summary>
    Fixed,

    /// <summary>Waits spread around a mean.</summary>
    Jittered,

    /// <summary>Waits that grow.</summary>
    Backoff,

    /// <summary>The wait that the target asks for.</summary>
    Hinted,
}
