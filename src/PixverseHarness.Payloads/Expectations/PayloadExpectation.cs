using System.Collections.Immutable;
using PixverseHarness.Contract.Prices;

namespace PixverseHarness.Payloads.Expectations;

/// <summary>What a profile says will happen to a payload.</summary>
/// <param name="Answer">Whether it is accepted.</param>
/// <param name="Causes">The causes that the error may have; empty exactly when the payload is accepted.</param>
/// <param name="Price">What the job costs when it completes; null when none does.</param>
public sealed record PayloadExpectation(ExpectedAnswer Answer, ImmutableArray<AllowedCause> Causes, MicroDollars? Price);
