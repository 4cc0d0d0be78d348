namespace PixverseHarness.Simulator.Faults;

/// <summary>Says what is wrong with a rule.</summary>
internal static class FaultRuleValidator
{
    /// <summary>Everything that is wrong, each in one sentence without a full stop that begins with the property; empty when nothing is.</summary>
    public static IEnumerable<string> FaultsOf(FaultRule rule)
    {
        if (rule.Id.Length == 0 || rule.Id.Contains(','))
        {
            yield return $"{nameof(FaultRule.Id)} must not be empty nor contain a comma";
        }

        // 0 is how triggers say that attempts do not matter.
        if (rule.FirstAttempt < 0 || rule.LastAttempt < rule.FirstAttempt)
        {
            yield return $"{nameof(FaultRule.LastAttempt)} must not lie before {nameof(FaultRule.FirstAttempt)}";
        }

        if (!(rule.Probability is >= 0 and <= 1) || !(rule.RampTo is null or (>= 0 and <= 1)))
        {
            yield return $"{nameof(FaultRule.Probability)} and {nameof(FaultRule.RampTo)} must lie between 0 and 1";
        }

        if (rule.From < TimeSpan.Zero || rule.Until <= (rule.From ?? TimeSpan.Zero))
        {
            yield return $"{nameof(FaultRule.Until)} must lie after {nameof(FaultRule.From)}, and neither before 0";
        }

        if (rule is { RampTo: not null, Until: null })
        {
            yield return $"{nameof(FaultRule.RampTo)} needs {nameof(FaultRule.Until)}";
        }
    }
}
