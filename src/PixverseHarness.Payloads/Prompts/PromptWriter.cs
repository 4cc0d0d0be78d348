using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bogus;
using Bogus.DataSets;

namespace PixverseHarness.Payloads.Prompts;

/// <summary>Writes prompts as people write them for video: who does what and where, camera, light and look, in six languages. Not thread-safe.</summary>
internal sealed class PromptWriter
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<Address> _addresses = [.. PromptLanguage.All.Select(language => new Address(language.Locale))];
    private readonly float[] _shares = [.. PromptLanguage.All.Select(language => language.Share)];
    private readonly int[] _indices = [.. Enumerable.Range(0, PromptLanguage.All.Length)];

    /// <summary>Draws a language by its share.</summary>
    public PromptLanguage DrawLanguage(Randomizer random) => PromptLanguage.All[random.WeightedRandom(_indices, _shares)];

    /// <summary>A prompt in a language.</summary>
    public string Prompt(Randomizer random, PromptLanguage language)
    {
        var scene = Pick(random, language.Scenes);
        _text.Clear();
        foreach (var segment in Pick(random, language.Shapes).Segments)
        {
            var phrase = segment.Part switch
            {
                PromptPart.Text => segment.Text,
                PromptPart.Subject => Pick(random, scene.Subjects),
                PromptPart.Action => Pick(random, scene.Actions),
                PromptPart.Place => Pick(random, scene.Places),
                PromptPart.City => City(random, language),
                PromptPart.Camera => Pick(random, language.Cameras),
                PromptPart.Light => Pick(random, language.Lights),
                _ => Pick(random, language.Looks),
            };
            Append(phrase, segment.Capital);
        }

        return _text.ToString();
    }

    /// <summary>A negative prompt in a language.</summary>
    public static string NegativePrompt(Randomizer random, PromptLanguage language) => Pick(random, language.Negatives);

    private string City(Randomizer random, PromptLanguage language)
    {
        var address = _addresses[PromptLanguage.All.IndexOf(language)];
        address.Random = random;
        return address.City();
    }

    private void Append(string phrase, bool capital)
    {
        if (capital)
        {
            _text.Append(char.ToUpper(phrase[0], CultureInfo.InvariantCulture)).Append(phrase, 1, phrase.Length - 1);
        }
        else
        {
            _text.Append(phrase);
        }
    }

    private static T Pick<T>(Randomizer random, ImmutableArray<T> items) => items[random.Number(items.Length - 1)];
}
