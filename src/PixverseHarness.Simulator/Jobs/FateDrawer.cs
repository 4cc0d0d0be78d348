using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Simulator.Randomness;

namespace PixverseHarness.Simulator.Jobs;

/// <summary>
/// Draws the fate of a job from a stable hash of seed, session, key, body and the how-manieth occurrence of that
/// body it is. The same requests meet the same fates, however they interleave.
/// </summary>
internal sealed class FateDrawer(TwinOptions options, string session)
{
    /// <summary>Hash of a body posted with a key: the logical request.</summary>
    public UInt128 HashOf(string key, ReadOnlySpan<byte> body) =>
        new StableHash("body").Add((long)options.Seed).Add(session).Add(key).Add(body).ToUInt128();

    /// <summary>The id of the nth accepted job of a body.</summary>
    public static UInt128 IdOf(UInt128 body, int occurrence) => new StableHash("id").Add(HashOf(body, occurrence)).ToUInt128();

    /// <summary>Draws the fate of the nth accepted job of a body.</summary>
    /// <param name="body">Hash of the logical request.</param>
    /// <param name="occurrence">The how-manieth job of that body it is, from 1.</param>
    /// <param name="request">The parameters.</param>
    /// <param name="lateFault">The first parameter fault, when the profile lets it reach the model; else null.</param>
    public JobFate Draw(UInt128 body, int occurrence, VideoRequest request, ParameterFault? lateFault)
    {
        var hash = HashOf(body, occurrence);
        var random = new FateStream(hash);
        var queue = ServiceTimes.DrawQueue(ref random);
        var service = options.ServiceTime ?? ServiceTimes.DrawService(ref random, request);
        // -1 asks for a seed to be drawn (section 4, second-hand).
        var seed = request.Seed is { } asked and not -1 ? asked : (long)(random.NextBits() >> 33);
        var failsByChance = random.NextUnit() < options.FailureRate;

        ErrorCause? failure = null;
        if (lateFault is not null)
        {
            failure = ErrorCauses.LateValidation;
            service = ServiceTimes.OfFailure(ref random, meanSeconds: 0.004);
        }
        else if (IsModerated(request))
        {
            failure = ErrorCauses.ContentBlocked;
            service = ServiceTimes.OfFailure(ref random, meanSeconds: 2.4);
        }
        else if (failsByChance)
        {
            failure = ErrorCauses.GenerationFailed;
        }

        return new JobFate
        {
            Id = IdOf(body, occurrence),
            QueueTime = ServiceTimes.Round(options.Paced(queue)),
            ServiceTime = ServiceTimes.Round(options.Paced(service)),
            Failure = failure,
            FailureMessage = lateFault?.Message,
            Seed = seed,
        };
    }

    private static UInt128 HashOf(UInt128 body, int occurrence) => new StableHash("fate").Add(body).Add(occurrence).ToUInt128();

    private bool IsModerated(VideoRequest request)
    {
        foreach (var word in options.ModeratedWords)
        {
            if (request.Prompt.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
