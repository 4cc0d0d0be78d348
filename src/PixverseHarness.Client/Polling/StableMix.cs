namespace PixverseHarness.Client;

/// <summary>Hashes that are the same in every process and on every runtime.</summary>
internal static class StableMix
{
    /// <summary>SplitMix64 (Steele, Lea, Flood 2014): its output function applied to a state that both numbers decide.</summary>
    public static ulong Mix(ulong seed, ulong number)
    {
        unchecked
        {
            return Finish(Finish(seed + 0x9E3779B97F4A7C15UL) + (number * 0x9E3779B97F4A7C15UL));
        }
    }

    /// <summary>FNV-1a over the characters of a text, 64 bits.</summary>
    public static ulong NumberOf(string text)
    {
        unchecked
        {
            var hash = 0xCBF29CE484222325UL;
            foreach (var letter in text)
            {
                hash = (hash ^ letter) * 0x100000001B3UL;
            }

            return hash;
        }
    }

    private static ulong Finish(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
