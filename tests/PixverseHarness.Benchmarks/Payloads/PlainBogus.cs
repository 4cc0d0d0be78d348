using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bogus;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Wire;
using PixverseHarness.Payloads.Prompts;

namespace PixverseHarness.Benchmarks.Payloads;

/// <summary>The same requests as a user of Bogus would write them: one <see cref="Faker{T}"/>, rules as lambdas, the same phrases.</summary>
internal sealed class PlainBogus
{
    private static readonly ContractJson Json = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private static readonly int[] Indices = [.. Enumerable.Range(0, PromptLanguage.All.Length)];
    private static readonly float[] Shares = [.. PromptLanguage.All.Select(l => l.Share)];

    private readonly Faker<Draft> _faker;

    public PlainBogus(int seed)
    {
        var cities = PromptLanguage.All.ToDictionary(l => l.Tag, l => new Faker(l.Locale) { Random = new Randomizer(seed) }, StringComparer.Ordinal);
        _faker = new Faker<Draft>()
            .UseSeed(seed)
            .RuleFor(d => d.Language, f => PromptLanguage.All[f.Random.WeightedRandom(Indices, Shares)])
            .RuleFor(d => d.Combination, f => f.PickRandom<EnumCombination>(EnumCombination.AllValid))
            .RuleFor(d => d.Prompt, (f, d) => Prompt(f, d.Language!, cities[d.Language!.Tag]))
            .RuleFor(d => d.NegativePrompt, (f, d) => f.PickRandom<string>(d.Language!.Negatives).OrNull(f, 0.6f))
            .RuleFor(d => d.Seed, f => f.Random.Number(int.MaxValue).OrNull(f, 0.5f));
    }

    public byte[] Next()
    {
        var draft = _faker.Generate();
        var request = draft.Combination.ToRequest(draft.Prompt) with { NegativePrompt = draft.NegativePrompt, Seed = draft.Seed };
        return JsonSerializer.SerializeToUtf8Bytes(request, Json.VideoRequest);
    }

    private static string Prompt(Faker f, PromptLanguage language, Faker local)
    {
        var scene = f.PickRandom<PromptScene>(language.Scenes);
        return string.Concat(f.PickRandom<PromptShape>(language.Shapes).Segments.Select(segment =>
        {
            var phrase = segment.Part switch
            {
                PromptPart.Text => segment.Text,
                PromptPart.Subject => f.PickRandom<string>(scene.Subjects),
                PromptPart.Action => f.PickRandom<string>(scene.Actions),
                PromptPart.Place => f.PickRandom<string>(scene.Places),
                PromptPart.City => local.Address.City(),
                PromptPart.Camera => f.PickRandom<string>(language.Cameras),
                PromptPart.Light => f.PickRandom<string>(language.Lights),
                _ => f.PickRandom<string>(language.Looks),
            };
            return segment.Capital ? char.ToUpper(phrase[0], CultureInfo.InvariantCulture) + phrase[1..] : phrase;
        }));
    }

    private sealed class Draft
    {
        public PromptLanguage? Language { get; set; }

        public EnumCombination Combination { get; set; }

        public string Prompt { get; set; } = "";

        public string? NegativePrompt { get; set; }

        public int? Seed { get; set; }
    }
}
