using System.ComponentModel;

namespace PixverseHarness.Cli.Load;

/// <summary>What a run may spend.</summary>
internal sealed record BudgetSpec
{
    /// <summary>US dollars; null for no limit.</summary>
    [Description("The most to spend, in US dollars.")]
    public decimal? Dollars { get; init; }

    /// <summary>Jobs; null for no limit.</summary>
    [Description("The most jobs to submit.")]
    public int? Jobs { get; init; }
}
