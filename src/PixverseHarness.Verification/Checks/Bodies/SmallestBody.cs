using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Contract.Wire;
using PixverseHarness.Payloads;
using PixverseHarness.Payloads.Shrinking;
using PixverseHarness.Verification.Conversations;

namespace PixverseHarness.Verification.Checks.Bodies;

/// <summary>
/// Looks for the smallest body that a target still answers wrongly in the same way. Only bodies of the same standing are
/// tried: that break what the first one breaks and nothing else, or that are as right as it.
/// </summary>
/// <param name="profile">What counts as right.</param>
/// <param name="operation">Where the body is sent.</param>
/// <param name="mostRequests">How many bodies may be sent at most.</param>
internal sealed class SmallestBody(ApiProfile profile, ApiOperation operation, int mostRequests)
{
    /// <summary>The exchange that shows the fault with the smallest body.</summary>
    /// <param name="payload">What was answered wrongly.</param>
    /// <param name="seen">The wrong answer.</param>
    /// <param name="send">Sends another body and looks at the answer where <paramref name="seen"/> was looked at.</param>
    /// <param name="isAlike">Whether an answer is wrong in the same way.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<Exchange> FindAsync(
        Payload payload, Exchange seen, Func<Payload, CancellationToken, Task<Exchange>> send, Func<Exchange, bool> isAlike, CancellationToken cancellationToken)
    {
        var smallest = seen;
        var requests = 0;
        await PayloadShrinker.ShrinkAsync(payload, FailsAsync, PayloadShrinker.DefaultMaxChecks, cancellationToken);
        return smallest;

        async ValueTask<bool> FailsAsync(Payload candidate, CancellationToken stop)
        {
            if (ReferenceEquals(candidate, payload))
            {
                return true;
            }

            if (requests == mostRequests || !HasStandingOf(payload, candidate))
            {
                return false;
            }

            requests++;
            var answer = await send(candidate, stop);
            smallest = isAlike(answer) ? answer : smallest;
            return ReferenceEquals(answer, smallest);
        }
    }

    private bool HasStandingOf(Payload payload, Payload candidate)
    {
        var (wanted, found) = (payload.Expect(profile, operation), candidate.Expect(profile, operation));
        return found.Answer == wanted.Answer
            && RequestContentType.IsAccepted(candidate.ContentType) == RequestContentType.IsAccepted(payload.ContentType)
            && Faults(candidate).SetEquals(Faults(payload));
    }

    private HashSet<(ParameterFaultKind, string)> Faults(Payload payload) =>
        [.. RequestReader.Read(payload.Body, profile).Faults.Select(f => (f.Kind, f.Parameter))];
}
