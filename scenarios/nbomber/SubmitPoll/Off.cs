Console.Error.WriteLine("This sample needs NBomber: PixverseNBomber=true dotnet run -c Release --project scenarios/nbomber/SubmitPoll");
return 2;
