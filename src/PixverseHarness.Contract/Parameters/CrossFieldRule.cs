using PixverseHarness.Contract.Clauses;

namespace PixverseHarness.Contract.Parameters;

/// <summary>A rule between parameters.</summary>
/// <param name="Id"><c>R1</c>, <c>R2</c> or <c>R3</c>.</param>
/// <param name="IfParameter">The parameter whose value brings the rule in.</param>
/// <param name="IfValue">That value.</param>
/// <param name="ThenParameter">The parameter that is then bound.</param>
/// <param name="ThenValue">The only value it may then have.</param>
/// <param name="Evidence">Where the rule is known from.</param>
public sealed record CrossFieldRule(string Id, string IfParameter, string IfValue, string ThenParameter, string ThenValue, Evidence Evidence)
{
    /// <summary>The rule in words, for example <c>motion_mode=fast needs duration=5</c>.</summary>
    public string Sentence => $"{IfParameter}={IfValue} needs {ThenParameter}={ThenValue}";
}
