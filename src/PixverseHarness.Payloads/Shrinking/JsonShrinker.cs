namespace PixverseHarness.Payloads.Shrinking;

/// <summary>Shrinks a JSON body from the outside in: members and elements, then characters, then literals; again until a pass changes nothing.</summary>
internal sealed class JsonShrinker(JsonTree root, ShrinkSearch search)
{
    private const string PlainCharacter = "a";
    private const string PlainNumber = "0";

    public async ValueTask RunAsync()
    {
        var before = -1;
        while (before != search.Best.Body.Length && !search.Exhausted)
        {
            before = search.Best.Body.Length;

            // A list taken now: what a pass removes further up is gone, and shrinking it changes nothing.
            foreach (var node in root.All().ToList())
            {
                await ShrinkAsync(node);
            }
        }
    }

    private async ValueTask ShrinkAsync(JsonTree node)
    {
        if (node.IsContainer)
        {
            await ChangeAsync(node.Children, DeltaDebugging.ReduceAsync, value => node.Children = value);
        }
        else if (node.IsText)
        {
            await ChangeAsync(node.Units, DeltaDebugging.ReduceAsync, value => node.Units = value);
            await PlainCharactersAsync(node);
        }
        else if (node.Literal.Length > PlainNumber.Length || (char.IsAsciiDigit(node.Literal[0]) && node.Literal != PlainNumber))
        {
            await TryOrUndoAsync(node.Literal, PlainNumber, value => node.Literal = value);
        }
    }

    private async ValueTask PlainCharactersAsync(JsonTree node)
    {
        for (var i = 0; i < node.Units.Length; i++)
        {
            if (node.Units[i] != PlainCharacter)
            {
                await TryOrUndoAsync(node.Units, node.Units.SetItem(i, PlainCharacter), value => node.Units = value);
            }
        }
    }

    private async ValueTask ChangeAsync<T>(
        T items, Func<T, Func<T, ValueTask<bool>>, ValueTask<T>> reduce, Action<T> set) =>
        set(await reduce(items, candidate =>
        {
            set(candidate);
            return search.TryAsync(root.ToUtf8());
        }));

    private async ValueTask TryOrUndoAsync<T>(T before, T after, Action<T> set)
    {
        set(after);
        if (!await search.TryAsync(root.ToUtf8()))
        {
            set(before);
        }
    }
}
