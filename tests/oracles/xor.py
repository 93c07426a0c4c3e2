"""Gradient descent on a 2-2-1 tanh network for exclusive or, in PyTorch: writes xor.csv."""

import pathlib

import torch

torch.set_default_dtype(torch.float64)
START = [0.7, -0.4, 0.2, 0.6, 0.4, 0.8, 0.7, 0.8, -0.9]
ALPHA = 0.3
STEPS = 500

x = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y = torch.tensor([0.0, 1.0, 1.0, 0.0])

hidden, output = torch.nn.Linear(2, 2), torch.nn.Linear(2, 1)
with torch.no_grad():
    hidden.weight.copy_(torch.tensor([START[0:2], START[3:5]]))
    hidden.bias.copy_(torch.tensor([START[2], START[5]]))
    output.weight.copy_(torch.tensor([START[6:8]]))
    output.bias.copy_(torch.tensor([START[8]]))
parameters = [*hidden.parameters(), *output.parameters()]
optimizer = torch.optim.SGD(parameters, lr=ALPHA)

lines = ["# w11,w12,b1,w21,w22,b2,v1,v2,c,J by iteration"]
for step in range(STEPS + 1):
    prediction = output(torch.tanh(hidden(x))).squeeze(1)
    cost = torch.nn.functional.mse_loss(prediction, y) / 2
    w, b = hidden.weight.tolist(), hidden.bias.tolist()
    point = [*w[0], b[0], *w[1], b[1], *output.weight.tolist()[0], output.bias.item()]
    lines.append(",".join(f"{number:.14g}" for number in [*point, cost.item()]))
    optimizer.zero_grad()
    cost.backward()
    optimizer.step()
pathlib.Path(__file__).with_suffix(".csv").write_text("\n".join(lines) + "\n")
