namespace PixverseHarness.Reporting;

/// <summary>A named figure of a report.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The figure with its unit.</param>
/// <param name="Detail">What stands behind or against it, such as an interval; empty if nothing.</param>
internal sealed record Fact(string Name, string Value, string Detail = "")
{
    /// <summary>Figure and detail on one line.</summary>
    public string Line => $"{Value} {Detail}".TrimEnd();
}
