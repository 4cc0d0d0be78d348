using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Limits;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Contract.Wire;

namespace PixverseHarness.Payloads.Expectations;

/// <summary>Asks the contract what becomes of a payload, in the order in which the API checks: size, content type, JSON, parameters (section 14).</summary>
internal static class ExpectationOracle
{
    public static PayloadExpectation Expect(Payload payload, ApiProfile profile, ApiOperation operation)
    {
        if (payload.Body.Length > ApiLimits.TwinBodyBytes)
        {
            return Error(ExpectedAnswer.Refused, [ErrorCauses.BodyTooLarge], profile, operation);
        }

        if (!RequestContentType.IsAccepted(payload.ContentType))
        {
            return Error(ExpectedAnswer.Refused, [ErrorCauses.WrongContentType], profile, operation);
        }

        if (payload.Request is { } request)
        {
            return Accepted(request);
        }

        var reading = RequestReader.Read(payload.Body, profile);
        if (reading.IsValid)
        {
            return Accepted(reading.Request);
        }

        var causes = FaultCauses.CausesOf(reading.Faults, profile);
        var answer = causes.All(c => c.Stage == ErrorStage.Job) ? ExpectedAnswer.JobFails : ExpectedAnswer.Refused;
        return Error(answer, causes, profile, operation);
    }

    private static PayloadExpectation Accepted(VideoRequest request) => new(ExpectedAnswer.Accepted, [], PriceTable.PriceOf(request));

    private static PayloadExpectation Error(
        ExpectedAnswer answer, IEnumerable<ErrorCause> causes, ApiProfile profile, ApiOperation operation) =>
        new(answer, [.. causes.Select(c => new AllowedCause(c, c.StatusFor(profile, operation)))], Price: null);
}
