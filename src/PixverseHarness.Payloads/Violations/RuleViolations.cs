using PixverseHarness.Contract.Parameters;
using PixverseHarness.Payloads.Cases;

namespace PixverseHarness.Payloads.Violations;

/// <summary>Violations of R1, R2 and R3, each in every combination that breaks that rule and no other.</summary>
internal static class RuleViolations
{
    public static IEnumerable<PayloadCase> All() =>
        from quality in Enum.GetValues<Quality>()
        from duration in Enum.GetValues<ClipDuration>()
        from motion in Enum.GetValues<MotionMode>()
        let broken = CrossFieldRules.BrokenBy(quality, duration, motion)
        where broken.Length == 1
        select Case(broken[0], quality, duration, motion);

    private static PayloadCase Case(CrossFieldRule rule, Quality quality, ClipDuration duration, MotionMode motion)
    {
        VideoRequest Break(VideoRequest request) => request with { Quality = quality, Duration = duration, MotionMode = motion };

        var label = new PayloadLabel(rule.Id.ToLowerInvariant(), rule.IfParameter, TripleName.Of(quality, duration, motion), Standing.Invalid)
        {
            Fault = ParameterFaultKind.RuleBroken,
            Rule = rule,
        };
        return new PayloadCase(label, request => BodyDraft.ToUtf8(Break(request)));
    }
}
