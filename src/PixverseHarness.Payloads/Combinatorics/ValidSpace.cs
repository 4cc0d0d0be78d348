using System.Collections.Immutable;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Payloads.Prompts;

namespace PixverseHarness.Payloads.Combinatorics;

/// <summary>The valid requests, seen as points: one level for each factor. The 300 enum combinations times eight choices of the free parameters.</summary>
internal static class ValidSpace
{
    /// <summary>Every point, with the enum combination that it stands for.</summary>
    public static ImmutableArray<Point> Points { get; } =
    [
        .. from combination in EnumCombination.AllValid
           from free in Enumerable.Range(0, 8)
           select PointOf(combination, otherScript: (free & 1) != 0, negativePrompt: (free & 2) != 0, seed: (free & 4) != 0),
    ];

    private static Point PointOf(EnumCombination combination, bool otherScript, bool negativePrompt, bool seed) => new(
        combination,
        [
            Level(otherScript), (int)combination.AspectRatio, Level(combination.Duration == ClipDuration.EightSeconds), (int)combination.MotionMode,
            (int)combination.Quality, Level(negativePrompt), Level(seed), combination.Style is { } style ? (int)style + 1 : 0,
        ]);

    private static int Level(bool second) => second ? 1 : 0;

    /// <summary>One point.</summary>
    /// <param name="Combination">Its enum values.</param>
    /// <param name="Levels">An index into the levels of each of <see cref="Factor.All"/>.</param>
    internal sealed record Point(EnumCombination Combination, ImmutableArray<int> Levels)
    {
        /// <summary>A request at this point.</summary>
        public VideoRequest ToRequest(PromptWriter prompts, Bogus.Randomizer random)
        {
            var language = prompts.DrawLanguage(random);
            while (language.IsLatin != (Levels[0] == 0))
            {
                language = prompts.DrawLanguage(random);
            }

            return Combination.ToRequest(prompts.Prompt(random, language)) with
            {
                NegativePrompt = Levels[5] == 0 ? null : PromptWriter.NegativePrompt(random, language),
                Seed = Levels[6] == 0 ? null : random.Number(int.MaxValue),
            };
        }
    }
}
