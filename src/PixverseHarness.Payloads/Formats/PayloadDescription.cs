using System.Globalization;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Payloads.Expectations;

namespace PixverseHarness.Payloads.Formats;

/// <summary>Describes a payload in one line, for people.</summary>
internal static class PayloadDescription
{
    /// <summary>For example <c>wrong_case/quality/upper (invalid): refused, 400 invalid_parameter under documented</c>.</summary>
    public static string Of(Payload payload, ApiProfile profile)
    {
        var expectation = payload.Expect(profile);
        var outcome = expectation.Answer switch
        {
            ExpectedAnswer.Accepted => $"accepted, {expectation.Price}",
            ExpectedAnswer.JobFails => $"the job fails, {Causes(expectation)}",
            _ => $"refused, {Causes(expectation)}",
        };
        var label = payload.Label;
        return $"{label.Name} ({Word(label.Standing)}): {outcome} under {profile.Name}";
    }

    /// <summary>An enum value as it is written for machines.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Causes(PayloadExpectation expectation) =>
        string.Join(" or ", expectation.Causes.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Status} {c.Cause.Name}")));
}
