using PixverseHarness.Contract.Parameters;
using PixverseHarness.Payloads.Cases;
using PixverseHarness.Payloads.Prompts;
using PixverseHarness.Payloads.Streams;

namespace PixverseHarness.Payloads;

/// <summary>
/// Requests as people send them: prompts in six languages, negative prompts and seeds now and then, and each of the 300
/// valid enum combinations exactly once in every 300 payloads.
/// </summary>
public sealed class ValidPayloads : IPayloadRounds
{
    private const float NegativePromptShare = 0.4f;
    private const float SeedShare = 0.5f;

    private static readonly PayloadLabel Label = new("valid", PayloadLabel.Body, "as-people-write", Standing.Valid);

    private readonly PromptWriter _prompts = new();
    private readonly StreamRandomizer _random = new();
    private readonly SeededDraws _draws;
    private readonly SeededOrder _combinations;

    /// <summary>Makes a source.</summary>
    /// <param name="seed">The same seed gives the same bytes with the same version of Bogus, in any culture.</param>
    public ValidPayloads(ulong seed)
    {
        _draws = new SeededDraws(seed, "valid");
        _combinations = new SeededOrder(seed, "valid-combinations", EnumCombination.AllValid.Length);
    }

    /// <inheritdoc/>
    public int Round => EnumCombination.AllValid.Length;

    /// <summary>The request at a position.</summary>
    /// <param name="index">From 0.</param>
    public VideoRequest RequestAt(long index)
    {
        _random.Restart(_draws.Bits(index));
        var language = _prompts.DrawLanguage(_random);
        var request = EnumCombination.AllValid[_combinations.CaseAt(index)].ToRequest(_prompts.Prompt(_random, language));
        return request with
        {
            NegativePrompt = _random.Bool(NegativePromptShare) ? PromptWriter.NegativePrompt(_random, language) : null,
            Seed = _random.Bool(SeedShare) ? _random.Number(int.MaxValue) : null,
        };
    }

    /// <inheritdoc/>
    public Payload At(long index) => ToPayload(RequestAt(index), Label);

    internal static Payload ToPayload(VideoRequest request, PayloadLabel label) => new()
    {
        Kind = PayloadKind.Valid,
        Body = BodyDraft.ToUtf8(request),
        Label = label,
        Request = request,
    };
}
