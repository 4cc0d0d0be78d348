namespace PixverseHarness.Cli.Doctor;

/// <summary>How one thing of the environment stands.</summary>
internal enum Health
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Not there; only what the remedy names goes without it.</summary>
    Absent,

    /// <summary>Wrong: the command cannot do its work.</summary>
    Broken,
}
