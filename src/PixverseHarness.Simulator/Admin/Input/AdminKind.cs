namespace PixverseHarness.Simulator.Admin.Input;

/// <summary>What a member of a body or a name in a query takes.</summary>
internal enum AdminKind
{
    /// <summary>Text; one of a list when there is one.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number.</summary>
    Number,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>A duration with a unit, such as <c>90s</c> or <c>1h30m</c>.</summary>
    Duration,

    /// <summary>A list of texts that are secrets.</summary>
    Secrets,
}
